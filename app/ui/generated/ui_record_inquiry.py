# From forms/screens/record_inquiry.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# An inquiry, a visit, a call: what was found out and by whom.

################################################################################
## Form generated from reading UI file 'record_inquiry.ui'
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

from app.ui.widgets.designed_acts import (MomentRow, RadioRow, TallRow)
from app.ui.widgets.designed_rows import TextRow

class Ui_RecordInquiryForm(object):
    def setupUi(self, RecordInquiryForm):
        if not RecordInquiryForm.objectName():
            RecordInquiryForm.setObjectName(u"RecordInquiryForm")
        self.grid = QGridLayout(RecordInquiryForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.form_row = RadioRow(RecordInquiryForm)
        self.form_row.setObjectName(u"form_row")
        self.form_row.setProperty(u"path", u"form")
        self.form_row.setMandatory(True)

        self.grid.addWidget(self.form_row, 0, 0, 1, 4)

        self.at_row = MomentRow(RecordInquiryForm)
        self.at_row.setObjectName(u"at_row")
        self.at_row.setProperty(u"path", u"at")
        self.at_row.setMandatory(True)

        self.grid.addWidget(self.at_row, 1, 0, 1, 1)

        self.place_row = TextRow(RecordInquiryForm)
        self.place_row.setObjectName(u"place_row")
        self.place_row.setProperty(u"path", u"place")
        self.place_row.setMandatory(True)
        self.place_row.setLimit(200)

        self.grid.addWidget(self.place_row, 1, 1, 1, 1)

        self.persons_row = TextRow(RecordInquiryForm)
        self.persons_row.setObjectName(u"persons_row")
        self.persons_row.setProperty(u"path", u"persons")
        self.persons_row.setMandatory(True)
        self.persons_row.setLimit(200)

        self.grid.addWidget(self.persons_row, 1, 2, 1, 2)

        self.investigators_row = TextRow(RecordInquiryForm)
        self.investigators_row.setObjectName(u"investigators_row")
        self.investigators_row.setProperty(u"path", u"investigators")
        self.investigators_row.setMandatory(True)
        self.investigators_row.setLimit(100)

        self.grid.addWidget(self.investigators_row, 2, 0, 1, 2)

        self.recorder_row = TextRow(RecordInquiryForm)
        self.recorder_row.setObjectName(u"recorder_row")
        self.recorder_row.setProperty(u"path", u"recorder")
        self.recorder_row.setLimit(50)

        self.grid.addWidget(self.recorder_row, 2, 2, 1, 2)

        self.text_row = TallRow(RecordInquiryForm)
        self.text_row.setObjectName(u"text_row")
        self.text_row.setProperty(u"path", u"text")
        self.text_row.setMandatory(True)
        self.text_row.setLimit(20000)
        self.text_row.setLines(9)

        self.grid.addWidget(self.text_row, 3, 0, 1, 4)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnStretch(3, 1)

        self.retranslateUi(RecordInquiryForm)

        QMetaObject.connectSlotsByName(RecordInquiryForm)
    # setupUi

    def retranslateUi(self, RecordInquiryForm):
        self.form_row.setCaption(QCoreApplication.translate("RecordInquiryForm", u"\u65b9\u5f0f", None))
        self.at_row.setCaption(QCoreApplication.translate("RecordInquiryForm", u"\u65f6\u95f4", None))
        self.place_row.setCaption(QCoreApplication.translate("RecordInquiryForm", u"\u5730\u70b9\u6216\u53f7\u7801", None))
        self.persons_row.setCaption(QCoreApplication.translate("RecordInquiryForm", u"\u88ab\u8be2\u95ee\u4eba\u3001\u5728\u573a\u4eba", None))
        self.investigators_row.setCaption(QCoreApplication.translate("RecordInquiryForm", u"\u8c03\u67e5\u4eba\u5458", None))
        self.investigators_row.setRemark(QCoreApplication.translate("RecordInquiryForm", u"\u51e0\u4e2a\u4eba\u7528\u201c\u3001\u201d\u9694\u5f00", None))
        self.recorder_row.setCaption(QCoreApplication.translate("RecordInquiryForm", u"\u8bb0\u5f55\u4eba", None))
        self.text_row.setCaption(QCoreApplication.translate("RecordInquiryForm", u"\u8bb0\u5f55\u5185\u5bb9", None))
        self.text_row.setPlaceholder(QCoreApplication.translate("RecordInquiryForm", u"\u95ee\u4e86\u4ec0\u4e48\u3001\u770b\u5230\u4ec0\u4e48\u3001\u5bf9\u65b9\u600e\u6837\u8bf4\uff1bCtrl+Enter \u79bb\u5f00\u8fd9\u4e00\u680f", None))
        pass
    # retranslateUi
