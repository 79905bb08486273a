# From forms/screens/name_mediators.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Who mediates a dispute, and who was invited to help.

################################################################################
## Form generated from reading UI file 'name_mediators.ui'
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
from app.ui.widgets.designed_rows import (DayRow, PickRow, TextRow)

class Ui_NameMediatorsForm(object):
    def setupUi(self, NameMediatorsForm):
        if not NameMediatorsForm.objectName():
            NameMediatorsForm.setObjectName(u"NameMediatorsForm")
        self.grid = QGridLayout(NameMediatorsForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.mediators_row = PickRow(NameMediatorsForm)
        self.mediators_row.setObjectName(u"mediators_row")
        self.mediators_row.setProperty(u"path", u"mediators")
        self.mediators_row.setMandatory(True)

        self.grid.addWidget(self.mediators_row, 0, 0, 1, 2)

        self.chosen_row = RadioRow(NameMediatorsForm)
        self.chosen_row.setObjectName(u"chosen_row")
        self.chosen_row.setProperty(u"path", u"chosen")
        self.chosen_row.setMandatory(True)

        self.grid.addWidget(self.chosen_row, 1, 0, 1, 1)

        self.accepted_row = PickRow(NameMediatorsForm)
        self.accepted_row.setObjectName(u"accepted_row")
        self.accepted_row.setProperty(u"path", u"accepted")
        self.accepted_row.setMandatory(True)

        self.grid.addWidget(self.accepted_row, 1, 1, 1, 1)

        self.helpers_row = TextRow(NameMediatorsForm)
        self.helpers_row.setObjectName(u"helpers_row")
        self.helpers_row.setProperty(u"path", u"helpers")
        self.helpers_row.setLimit(100)

        self.grid.addWidget(self.helpers_row, 2, 0, 1, 1)

        self.helpers_agreed_row = TickRow(NameMediatorsForm)
        self.helpers_agreed_row.setObjectName(u"helpers_agreed_row")
        self.helpers_agreed_row.setProperty(u"path", u"helpers_agreed")

        self.grid.addWidget(self.helpers_agreed_row, 2, 1, 1, 1)

        self.on_row = DayRow(NameMediatorsForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 3, 0, 1, 1)

        self.by_row = TextRow(NameMediatorsForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 3, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(NameMediatorsForm)

        QMetaObject.connectSlotsByName(NameMediatorsForm)
    # setupUi

    def retranslateUi(self, NameMediatorsForm):
        self.mediators_row.setCaption(QCoreApplication.translate("NameMediatorsForm", u"\u8c03\u89e3\u5458", None))
        self.chosen_row.setCaption(QCoreApplication.translate("NameMediatorsForm", u"\u600e\u6837\u786e\u5b9a", None))
        self.accepted_row.setCaption(QCoreApplication.translate("NameMediatorsForm", u"\u5df2\u7ecf\u63a5\u53d7\u8c03\u89e3\u5458\u7684", None))
        self.helpers_row.setCaption(QCoreApplication.translate("NameMediatorsForm", u"\u9080\u8bf7\u53c2\u4e0e\u7684\u4eba", None))
        self.helpers_row.setPlaceholder(QCoreApplication.translate("NameMediatorsForm", u"\u4eb2\u5c5e\u3001\u90bb\u91cc\u3001\u4e13\u5bb6\uff0c\u5982 \u5218\u6d0b\uff08\u90bb\u5c45\uff09\u3001\u9648\u521a\uff08\u5f8b\u5e08\uff09", None))
        self.helpers_agreed_row.setCaption(QCoreApplication.translate("NameMediatorsForm", u"\u662f\u5426\u540c\u610f", None))
        self.helpers_agreed_row.setSentence(QCoreApplication.translate("NameMediatorsForm", u"\u5df2\u5f81\u5f97\u53cc\u65b9\u540c\u610f", None))
        self.on_row.setCaption(QCoreApplication.translate("NameMediatorsForm", u"\u786e\u5b9a\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("NameMediatorsForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
