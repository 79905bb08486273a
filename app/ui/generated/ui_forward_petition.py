# From forms/screens/forward_petition.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# To whom a petition is given (信访工作条例第22、23条).

################################################################################
## Form generated from reading UI file 'forward_petition.ui'
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

from app.ui.widgets.designed_acts import (RadioRow, TallRow)
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_ForwardPetitionForm(object):
    def setupUi(self, ForwardPetitionForm):
        if not ForwardPetitionForm.objectName():
            ForwardPetitionForm.setObjectName(u"ForwardPetitionForm")
        self.grid = QGridLayout(ForwardPetitionForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.mode_row = RadioRow(ForwardPetitionForm)
        self.mode_row.setObjectName(u"mode_row")
        self.mode_row.setProperty(u"path", u"mode")
        self.mode_row.setMandatory(True)

        self.grid.addWidget(self.mode_row, 0, 0, 1, 2)

        self.to_row = TextRow(ForwardPetitionForm)
        self.to_row.setObjectName(u"to_row")
        self.to_row.setProperty(u"path", u"to")
        self.to_row.setMandatory(True)
        self.to_row.setLimit(100)

        self.grid.addWidget(self.to_row, 1, 0, 1, 2)

        self.reason_row = TallRow(ForwardPetitionForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(2000)
        self.reason_row.setLines(3)

        self.grid.addWidget(self.reason_row, 2, 0, 1, 2)

        self.on_row = DayRow(ForwardPetitionForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 3, 0, 1, 1)

        self.reply_by_row = DayRow(ForwardPetitionForm)
        self.reply_by_row.setObjectName(u"reply_by_row")
        self.reply_by_row.setProperty(u"path", u"reply_by")

        self.grid.addWidget(self.reply_by_row, 3, 1, 1, 1)

        self.by_row = TextRow(ForwardPetitionForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 4, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ForwardPetitionForm)

        QMetaObject.connectSlotsByName(ForwardPetitionForm)
    # setupUi

    def retranslateUi(self, ForwardPetitionForm):
        self.mode_row.setCaption(QCoreApplication.translate("ForwardPetitionForm", u"\u65b9\u5f0f", None))
        self.to_row.setCaption(QCoreApplication.translate("ForwardPetitionForm", u"\u63a5\u6536\u673a\u5173\u3001\u5355\u4f4d", None))
        self.reason_row.setCaption(QCoreApplication.translate("ForwardPetitionForm", u"\u7406\u7531", None))
        self.on_row.setCaption(QCoreApplication.translate("ForwardPetitionForm", u"\u8f6c\u9001\u3001\u4ea4\u529e\u65e5\u671f", None))
        self.reply_by_row.setCaption(QCoreApplication.translate("ForwardPetitionForm", u"\u53cd\u9988\u7ed3\u679c\u671f\u9650", None))
        self.reply_by_row.setRemark(QCoreApplication.translate("ForwardPetitionForm", u"\u4ea4\u529e\u7684\u5fc5\u987b\u586b\u5199", None))
        self.by_row.setCaption(QCoreApplication.translate("ForwardPetitionForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
