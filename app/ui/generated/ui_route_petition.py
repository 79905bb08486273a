# From forms/screens/route_petition.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Into which procedure a petition is led (信访工作条例第31条).

################################################################################
## Form generated from reading UI file 'route_petition.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import (RadioRow, TickRow)
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_RoutePetitionForm(object):
    def setupUi(self, RoutePetitionForm):
        if not RoutePetitionForm.objectName():
            RoutePetitionForm.setObjectName(u"RoutePetitionForm")
        self.grid = QGridLayout(RoutePetitionForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.procedure_row = RadioRow(RoutePetitionForm)
        self.procedure_row.setObjectName(u"procedure_row")
        self.procedure_row.setProperty(u"path", u"procedure")
        self.procedure_row.setMandatory(True)

        self.grid.addWidget(self.procedure_row, 0, 0, 1, 2)

        self.to_row = TextRow(RoutePetitionForm)
        self.to_row.setObjectName(u"to_row")
        self.to_row.setProperty(u"path", u"to")
        self.to_row.setMandatory(True)
        self.to_row.setLimit(100)

        self.grid.addWidget(self.to_row, 1, 0, 1, 2)

        self.on_row = DayRow(RoutePetitionForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 1)

        self.by_row = TextRow(RoutePetitionForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 1, 1, 1)

        self.register_row = TickRow(RoutePetitionForm)
        self.register_row.setObjectName(u"register_row")
        self.register_row.setProperty(u"path", u"register")

        self.grid.addWidget(self.register_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(RoutePetitionForm)

        QMetaObject.connectSlotsByName(RoutePetitionForm)
    # setupUi

    def retranslateUi(self, RoutePetitionForm):
        self.procedure_row.setCaption(QCoreApplication.translate("RoutePetitionForm", u"\u7a0b\u5e8f", None))
        self.to_row.setCaption(QCoreApplication.translate("RoutePetitionForm", u"\u6709\u6743\u5904\u7406\u7684\u673a\u5173\u3001\u5355\u4f4d", None))
        self.to_row.setPlaceholder(QCoreApplication.translate("RoutePetitionForm", u"\u4f8b\u5982\uff1a\u6c5f\u5b89\u53bf\u4eba\u6c11\u6cd5\u9662", None))
        self.on_row.setCaption(QCoreApplication.translate("RoutePetitionForm", u"\u5bfc\u5165\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("RoutePetitionForm", u"\u7ecf\u529e\u4eba", None))
        self.register_row.setCaption("")
        self.register_row.setSentence(QCoreApplication.translate("RoutePetitionForm", u"\u63a5\u7740\u767b\u8bb0\u4e3a\u6295\u8bc9\uff0c\u4e24\u4ef6\u81ea\u52a8\u5173\u8054", None))
        pass
    # retranslateUi
